<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "password-commons.ftl" as passwordCommons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
  <#-- The server names the error "password", the field is "password-new". -->
  <#assign problem = messagesPerField.existsError("password")?then(messagesPerField.get("password"), "")>
  <#if problem?has_content><@layout.messages problem=problem field="password-new"/><#else><@ps.errorSummary fields=["password-confirm"]/></#if>
  <@ps.form id="kc-passwd-update-form">
    <#if (auth.attemptedUsername)?has_content><input class="ps-hidden" type="text" name="username" value="${auth.attemptedUsername}" autocomplete="username" readonly tabindex="-1" aria-hidden="true"></#if>
    <@passwordCommons.newPassword/>
    <@passwordCommons.logoutOtherSessions/>
    <@userProfileCommons.submitOrCancel/>
  </@ps.form>
</#if>
</@layout.registrationLayout>
