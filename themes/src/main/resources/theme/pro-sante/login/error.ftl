<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "portal.ftl" as portal>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${kcSanitize(msg("errorTitle"))?no_esc}
<#elseif section = "form">
  <div id="kc-error-message" class="ps-notice ps-notice--error" role="alert"><p>${kcSanitize(message.summary)?no_esc}</p></div>
  <#if traceId??><p class="ps-muted" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
  <#if !skipLink?? && (client.baseUrl)?has_content>
  <p><a class="ps-button ps-button--primary" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
  <#elseif portal.setting("home")?has_content>
  <p><a class="ps-button ps-button--primary" href="${portal.setting("home")}">${msg("proSanteBackToPortal")}</a></p>
  </#if>
</#if>
</@layout.registrationLayout>
