<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "password-commons.ftl" as passwordCommons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("updateEmailTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=userProfileCommons.names()/>
  <@ps.form id="kc-update-email-form">
    <@userProfileCommons.userProfileFormFields/>
    <@passwordCommons.logoutOtherSessions/>
    <@userProfileCommons.submitOrCancel/>
  </@ps.form>
</#if>
</@layout.registrationLayout>
