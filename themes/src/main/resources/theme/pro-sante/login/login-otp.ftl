<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("proSantePageTotpTitle")}
<#elseif section = "form">
  <#-- The server names the error "totp", the field is "otp". -->
  <#assign problem = messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), "")>
  <@layout.messages problem=problem field="otp"/>
  <@ps.form id="kc-otp-login-form">
    <#if otpLogin.userOtpCredentials?size gt 1>
    <@ps.radios name="selectedCredentialId" legend=msg("proSantePageTotpDevice") value=(otpLogin.selectedCredentialId!"") options=otpLogin.userOtpCredentials?map(one -> {"value": one.id, "label": one.userLabel!""})/>
    </#if>
    <@ps.field name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" inputmode="numeric" width="code" autofocus=true error=problem/>
    <@ps.actions><@ps.button label=msg("doLogIn") name="login" value="on" id="kc-login"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
