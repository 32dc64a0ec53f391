<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout; section>
<#if section = "header">${kcSanitize(msg("webauthn-error-title"))?no_esc}
<#elseif section = "form">
  <@ps.form id="kc-error-credential-form">
    <input type="hidden" name="authenticationExecution" value="${execution!}">
    <@ps.actions>
      <@ps.button label=msg("doTryAgain") name="isSetRetry" value="retry" id="kc-try-again"/>
      <#if isAppInitiatedAction??><@ps.button label=msg("doCancel") name="cancel-aia" value="true" secondary=true id="cancelWebAuthnAIA"/></#if>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
