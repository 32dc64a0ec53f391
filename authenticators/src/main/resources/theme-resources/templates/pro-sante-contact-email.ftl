<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#-- otp.state: address (ask for it), barred (no strong proof in this session), else as in pro-sante-email-otp.ftl. -->
<#assign field = ["sent", "going", "unavailable"]?seq_contains(otp.state)>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteContactTitle")}
  <#elseif section = "form">
    <@ps.errorSummary fields=(otp.state = "address")?then(["email"], ["code"])/>
    <#if otp.state = "barred">
      <@ps.notice kind="warning">${msg("proSanteContactNotStrong")}</@ps.notice>
    <#elseif otp.state = "address">
      <p>${msg("proSanteContactExplanation")}</p>
      <@ps.form id="pro-sante-contact-form">
        <@ps.field name="email" label=msg("proSanteContactAddress") type="email" autocomplete="email" inputmode="email" autofocus=true spellcheck=false/>
        <@ps.actions><@ps.button label=msg("proSanteContactSend")/></@ps.actions>
      </@ps.form>
    <#else>
      <#if otp.notice??>
        <@ps.notice kind="warning">${msg(otp.notice, (otp.again)!"")}</@ps.notice>
      </#if>
      <#if otp.state = "sent">
        <@ps.notice kind="info">${msg("proSanteContactSentAt", otp.at, email)} ${msg("proSanteContactUntil", otp.until)}</@ps.notice>
      <#elseif otp.state = "going">
        <@ps.notice kind="info">${msg("proSanteOtpGoing", otp.at, email)}</@ps.notice>
      <#elseif otp.state = "failed">
        <@ps.notice kind="warning">${msg("proSanteContactFailed")}</@ps.notice>
      <#elseif otp.state = "busy">
        <@ps.notice kind="warning">${msg("proSanteContactBusy")}</@ps.notice>
      <#elseif otp.state = "expired" && !message??>
        <@ps.notice kind="warning">${msg("proSanteOtpExpiredNotice", otp.until)}</@ps.notice>
      <#elseif otp.state = "exhausted" && !message??>
        <@ps.notice kind="warning">${msg("proSanteOtpExhausted")}</@ps.notice>
      </#if>
      <#if field>
        <@ps.form id="pro-sante-contact-code">
          <input type="hidden" name="email" value="${email}">
          <@ps.field name="code" label=msg("proSanteOtpCode") hint=msg("proSanteOtpHint", otp.length) autocomplete="one-time-code" inputmode="numeric" width="code" autofocus=true spellcheck=false/>
          <@ps.actions><@ps.button label=msg("proSanteOtpSubmit")/></@ps.actions>
        </@ps.form>
      </#if>
      <@ps.form id="pro-sante-contact-resend">
        <input type="hidden" name="email" value="${email}">
        <@ps.actions><@ps.button label=msg("proSanteOtpResend") name="resend" value="true" secondary=field wait=(otp.wait)!0 waitLabel=msg("proSanteOtpResendIn", "{0}")/></@ps.actions>
      </@ps.form>
    </#if>
    <#if isAppInitiatedAction??>
      <@ps.form id="pro-sante-contact-cancel">
        <@ps.actions><@ps.button label=msg("proSanteContactCancel") name="cancel-aia" value="true" secondary=true/></@ps.actions>
      </@ps.form>
    </#if>
  </#if>
</@layout.registrationLayout>
