<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "portal.ftl" as portal>
<#-- What has come to its end is its own heading; then what to do now. -->
<#assign next = ({msg("successLogout"): "proSanteInfoLoggedOut", msg("alreadyLoggedIn"): "proSanteInfoLoggedIn"}[message.summary])!"">
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  <#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#elseif next?has_content>${message.summary?remove_ending(".")}<#else>${msg("proSanteInfoTitle")}</#if>
<#elseif section = "form">
  <#-- The summary is the server's own text; parameters in it come from users and stay escaped. -->
  <p class="instruction" id="kc-info-message">${next?has_content?then(msg(next), message.summary)}<#if requiredActions??><#list requiredActions>${msg("proSanteInfoColon")} <strong><#items as one>${kcSanitize(msg("requiredAction." + one))?no_esc}<#sep>, </#items></strong></#list></#if></p>
  <#if !skipLink??>
    <#if pageRedirectUri?has_content><p><a class="ps-button ps-button--primary" href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
    <#elseif actionUri?has_content><p><a class="ps-button ps-button--primary" href="${actionUri}">${msg("proceedWithAction")}</a></p>
    <#elseif (client.baseUrl)?has_content><p><a class="ps-button ps-button--primary" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    <#elseif portal.setting("home")?has_content><p><a class="ps-button ps-button--primary" href="${portal.setting("home")}">${msg("proSanteBackToPortal")}</a></p>
    </#if>
  </#if>
</#if>
</@layout.registrationLayout>
