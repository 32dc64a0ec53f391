<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("emailForgotTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=["username"]/>
  <p>${msg(realm.loginWithEmailAllowed?then("emailInstruction", "emailInstructionUsername"))}</p>
  <@ps.form id="kc-reset-password-form">
    <@ps.field name="username" label=msg(realm.loginWithEmailAllowed?then("usernameOrEmail", "username")) hint=msg("proSanteHomeUsernameHint") value=(auth.attemptedUsername!"") autocomplete="username" autofocus=true spellcheck=false/>
    <@ps.actions><@ps.button label=msg("doSubmit")/> <a class="ps-button ps-button--secondary" href="${url.loginUrl}">${msg("backToLogin")}</a></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
