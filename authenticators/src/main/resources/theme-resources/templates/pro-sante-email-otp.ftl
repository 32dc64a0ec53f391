<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#--
  otp.state: sent, going, failed, busy, expired, exhausted, none (no code could be made), barred (this path is not open),
  unavailable (the store does not answer: whatever was done may be done again).
  What the page says about the mail is what the server knows at this moment: « envoyé » only after the hand-over.
-->
<#assign field = ["sent", "going", "unavailable"]?seq_contains(otp.state)>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteOtpTitle")}
  <#elseif section = "form">
    <@ps.errorSummary fields=["code"]/>
    <p>${msg("proSanteOtpCondition")}</p>
    <#if otp.state = "barred">
      <@ps.notice kind="warning">${msg(otp.notice)}</@ps.notice>
    <#else>
      <p>${msg("proSanteOtpExplanation")}</p>
      <p>${msg("proSanteOtpIdentifier")}</p>
      <#if otp.notice??>
        <@ps.notice kind="warning">${msg(otp.notice, (otp.again)!"")}</@ps.notice>
      </#if>
      <#if otp.state = "sent">
        <p>${msg("proSanteOtpSent")}</p>
        <@ps.notice kind="info">${msg("proSanteOtpSentAt", otp.at)} ${msg("proSanteOtpSentTo", otp.address, otp.until)}</@ps.notice>
      <#elseif otp.state = "going">
        <@ps.notice kind="info">${msg("proSanteOtpGoing", otp.at, otp.address)}</@ps.notice>
      <#elseif otp.state = "failed">
        <@ps.notice kind="warning">${msg("proSanteOtpFailed")}</@ps.notice>
      <#elseif otp.state = "busy">
        <@ps.notice kind="warning">${msg("proSanteOtpBusy")}</@ps.notice>
      <#elseif otp.state = "expired" && !message??>
        <@ps.notice kind="warning">${msg("proSanteOtpExpiredNotice", otp.until)}</@ps.notice>
      <#elseif otp.state = "exhausted" && ((message.summary)!"") != msg("proSanteOtpExhausted")>
        <@ps.notice kind="warning">${msg("proSanteOtpExhausted")}</@ps.notice>
      </#if>
      <#if field>
        <@ps.form id="pro-sante-otp-form">
          <@ps.field name="code" label=msg("proSanteOtpCode") hint=msg("proSanteOtpHint", otp.length) autocomplete="one-time-code" inputmode="numeric" width="code" autofocus=true spellcheck=false/>
          <@ps.actions><@ps.button label=msg("proSanteOtpSubmit")/></@ps.actions>
        </@ps.form>
      </#if>
      <@ps.form id="pro-sante-otp-resend">
        <@ps.actions>
          <#if otp.state = "going">
            <@ps.button label=msg("proSanteOtpRefresh") name="refresh" value="true" secondary=true/>
          </#if>
          <@ps.button label=msg("proSanteOtpResend") name="resend" value="true" secondary=field wait=(otp.wait)!0 waitLabel=msg("proSanteOtpResendIn", "{0}")/>
        </@ps.actions>
      </@ps.form>
    </#if>
    <@ps.otherDoors/>
    <p><a href="${url.loginRestartFlowUrl}">${msg("proSanteOtpRestart")}</a></p>
  </#if>
</@layout.registrationLayout>
