<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("proSantePageTotpTitle")}
<#elseif section = "form">
  <@ps.form id="kc-otp-reset-form">
    <@ps.radios name="selectedCredentialId" legend=msg("otp-reset-description") value=(configuredOtpCredentials.selectedCredentialId!"") options=configuredOtpCredentials.userOtpCredentials?map(one -> {"value": one.id, "label": one.userLabel!""})/>
    <@ps.actions><@ps.button label=msg("doSubmit") id="kc-otp-reset-form-submit"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
