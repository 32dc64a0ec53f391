<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("auth-recovery-code-header")}
<#elseif section = "form">
  <@ps.errorSummary fields=["recoveryCodeInput"]/>
  <@ps.form id="kc-recovery-code-login-form">
    <@ps.field name="recoveryCodeInput" label=msg("auth-recovery-code-prompt", recoveryAuthnCodesInputBean.codeNumber?c) autocomplete="one-time-code" autofocus=true spellcheck=false/>
    <@ps.actions><@ps.button label=msg("doLogIn") name="login" value="on" id="kc-login"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
