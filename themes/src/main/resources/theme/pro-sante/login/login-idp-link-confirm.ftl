<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("confirmLinkIdpTitle")}
<#elseif section = "form">
  <@ps.form id="kc-register-form">
    <@ps.actions>
      <@ps.button label=msg("confirmLinkIdpContinue", idpDisplayName) name="submitAction" value="linkAccount" id="linkAccount"/>
      <#if !hideReviewButton?has_content><@ps.button label=msg("confirmLinkIdpReviewProfile") name="submitAction" value="updateProfile" id="updateProfile" secondary=true/></#if>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
