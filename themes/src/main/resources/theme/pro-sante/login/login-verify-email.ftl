<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("emailVerifyTitle")}
<#elseif section = "form">
  <p><#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", user.email)}</#if></p>
  <#if isAppInitiatedAction??>
  <@ps.form id="kc-verify-email-form">
    <@ps.actions><@ps.button label=msg(verifyEmail???then("emailVerifyResend", "emailVerifySend"))/> <button class="ps-button ps-button--secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></@ps.actions>
  </@ps.form>
  <#else>
  <p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("proSanteResend")}</a></p>
  </#if>
</#if>
</@layout.registrationLayout>
