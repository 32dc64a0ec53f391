<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("confirmOverrideIdpTitle")}
<#elseif section = "form">
  <@ps.form id="kc-register-form">
    <@ps.actions>
      <@ps.button label=msg("confirmOverrideIdpContinue", idpDisplayName) name="submitAction" value="confirmOverride" id="confirmOverride"/>
      <a class="ps-button ps-button--secondary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("proSanteRestart")}</a>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
