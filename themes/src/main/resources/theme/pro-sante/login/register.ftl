<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "user-profile-commons.ftl" as userProfileCommons>
<#import "password-commons.ftl" as passwordCommons>
<#import "register-commons.ftl" as registerCommons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header"><#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${msg("registerTitle")}</#if>
<#elseif section = "form">
  <@ps.errorSummary fields=userProfileCommons.names() + ["password", "password-confirm", "termsAccepted"]/>
  <@ps.form id="kc-register-form" action=url.registrationAction>
    <@userProfileCommons.userProfileFormFields; callback, attribute>
      <#if callback = "afterField" && passwordRequired?? && (attribute.name = "username" || (attribute.name = "email" && realm.registrationEmailAsUsername))>
        <@passwordCommons.newPassword name="password" label=msg("password")/>
      </#if>
    </@userProfileCommons.userProfileFormFields>
    <@registerCommons.termsAcceptance/>
    <#if recaptchaRequired?? && (recaptchaVisible!false)><div class="g-recaptcha" data-size="compact" data-sitekey="${recaptchaSiteKey}" data-action="${recaptchaAction}"></div></#if>
    <@ps.actions>
      <#if recaptchaRequired?? && !(recaptchaVisible!false)>
      <button class="ps-button ps-button--primary g-recaptcha" type="submit" data-sitekey="${recaptchaSiteKey}" data-callback="onSubmitRecaptcha" data-action="${recaptchaAction}">${msg("doRegister")}</button>
      <#else><@ps.button label=msg("doRegister")/></#if>
      <a class="ps-button ps-button--secondary" href="${url.loginUrl}">${msg("backToLogin")}</a>
    </@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
