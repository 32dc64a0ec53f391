<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=["password"]/>
  <@ps.form id="kc-form-login">
    <@ps.field name="password" label=msg("password") type="password" autocomplete="current-password" autofocus=true/>
    <#if realm.resetPasswordAllowed><p class="ps-form__aside"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
    <@ps.actions><@ps.button label=msg("doLogIn") name="login" value="on" id="kc-login"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
