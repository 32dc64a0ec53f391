<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "user-profile-commons.ftl" as userProfileCommons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("loginProfileTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=userProfileCommons.names()/>
  <@ps.form id="kc-update-profile-form">
    <@userProfileCommons.userProfileFormFields/>
    <@userProfileCommons.submitOrCancel/>
  </@ps.form>
</#if>
</@layout.registrationLayout>
