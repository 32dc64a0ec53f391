<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("oauth2DeviceVerificationTitle")}
<#elseif section = "form">
  <@ps.form id="kc-user-verify-device-user-code-form" action=url.oauth2DeviceVerificationAction>
    <@ps.field name="device_user_code" label=msg("verifyOAuth2DeviceUserCode") autocomplete="off" autofocus=true spellcheck=false/>
    <@ps.actions><@ps.button label=msg("doSubmit")/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
