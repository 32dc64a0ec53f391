<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("pageExpiredTitle")}
<#elseif section = "form">
  <p id="instruction1">${msg("proSanteExpiredText")}</p>
  <@ps.actions>
    <a class="ps-button ps-button--primary" id="loginContinueLink" href="${url.loginAction}">${msg("proSanteExpiredContinue")}</a>
    <a class="ps-button ps-button--secondary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("proSanteRestart")}</a>
  </@ps.actions>
</#if>
</@layout.registrationLayout>
