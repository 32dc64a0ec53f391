<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "password-commons.ftl" as passwordCommons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("loginTotpTitle")}
<#elseif section = "form">
  <@ps.errorSummary fields=["totp", "userLabel"]/>
  <ol class="ps-steps" id="kc-totp-settings">
    <li>
      <p>${msg("loginTotpStep1")}</p>
      <ul id="kc-totp-supported-apps"><#list totp.supportedApplications as app><li>${msg(app)}</li></#list></ul>
    </li>
    <#if (mode!"") = "manual">
    <li>
      <p>${msg("loginTotpManualStep2")}</p>
      <p class="ps-key" id="kc-totp-secret-key">${totp.totpSecretEncoded}</p>
      <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
    </li>
    <li>
      <p>${msg("loginTotpManualStep3")}</p>
      <ul>
        <li id="kc-totp-type">${msg("loginTotpType")}${msg("proSanteInfoColon")} ${msg("loginTotp." + totp.policy.type)}</li>
        <li id="kc-totp-algorithm">${msg("loginTotpAlgorithm")}${msg("proSanteInfoColon")} ${totp.policy.getAlgorithmKey()}</li>
        <li id="kc-totp-digits">${msg("loginTotpDigits")}${msg("proSanteInfoColon")} ${totp.policy.digits}</li>
        <#if totp.policy.type = "totp"><li id="kc-totp-period">${msg("loginTotpInterval")}${msg("proSanteInfoColon")} ${totp.policy.period}</li>
        <#elseif totp.policy.type = "hotp"><li id="kc-totp-counter">${msg("loginTotpCounter")}${msg("proSanteInfoColon")} ${totp.policy.initialCounter}</li></#if>
      </ul>
    </li>
    <#else>
    <li>
      <p>${msg("loginTotpStep2")}</p>
      <img class="ps-qr" id="kc-totp-secret-qr-code" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("proSanteQrCode")}">
      <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
    </li>
    </#if>
    <li><p>${msg("loginTotpStep3")}</p><p>${msg("loginTotpStep3DeviceName")}</p></li>
  </ol>
  <@ps.form id="kc-totp-settings-form">
    <@ps.field name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" inputmode="numeric" width="code"/>
    <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
    <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
    <@ps.field name="userLabel" label=msg("loginTotpDeviceName") autocomplete="off" required=(totp.otpCredentials?size gte 1)/>
    <@passwordCommons.logoutOtherSessions/>
    <@userProfileCommons.submitOrCancel/>
  </@ps.form>
</#if>
</@layout.registrationLayout>
