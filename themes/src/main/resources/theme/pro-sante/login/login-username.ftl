<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=false displayInfo=(realm.password && realm.registrationAllowed && !registrationDisabled??); section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=["username"]/>
  <#if realm.password>
  <@ps.form id="kc-form-login">
    <#if !usernameHidden??><@ps.field name="username" label=msg("username") hint=msg("proSanteHomeUsernameHint") value=(login.username!"") autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username") autofocus=true spellcheck=false/></#if>
    <#if realm.rememberMe && !usernameHidden??><@ps.checkbox name="rememberMe" label=msg("rememberMe") checked=login.rememberMe??/></#if>
    <@ps.actions><@ps.button label=msg("doLogIn") name="login" value="on" id="kc-login"/></@ps.actions>
  </@ps.form>
  </#if>
  <@passkeys.conditionalUIData/>
<#elseif section = "info">${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a>
<#elseif section = "socialProviders">
  <#if realm.password && (social.providers)?has_content>
  <section class="ps-doors" aria-labelledby="kc-social-title">
    <h2 class="ps-heading" id="kc-social-title">${msg("identity-provider-login-label")}</h2>
    <#list social.providers as p><@ps.linkButton label=(p.displayName!p.alias) href=p.loginUrl/></#list>
  </section>
  </#if>
</#if>
</@layout.registrationLayout>
