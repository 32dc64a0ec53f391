<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  <#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${msg("proSanteInfoTitle")}</#if>
<#elseif section = "form">
  <#-- The summary is the server's own text; parameters in it come from users and stay escaped. -->
  <p class="instruction" id="kc-info-message">${message.summary}<#if requiredActions??><#list requiredActions>${msg("proSanteInfoColon")} <strong><#items as one>${kcSanitize(msg("requiredAction." + one))?no_esc}<#sep>, </#items></strong></#list></#if></p>
  <#if !skipLink??>
    <#if pageRedirectUri?has_content><p><a class="ps-button ps-button--primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
    <#elseif actionUri?has_content><p><a class="ps-button ps-button--primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
    <#elseif (client.baseUrl)?has_content><p><a class="ps-button ps-button--primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</#if>
</@layout.registrationLayout>
