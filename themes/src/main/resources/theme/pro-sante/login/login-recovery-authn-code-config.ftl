<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout; section>
<#if section = "header">${msg("recovery-code-config-header")}
<#elseif section = "form">
  <@ps.notice kind="warning"><div><p><strong>${msg("recovery-code-config-warning-title")}</strong></p><p>${msg("recovery-code-config-warning-message")}</p></div></@ps.notice>
  <ol class="ps-codes" id="kc-recovery-codes-list">
    <#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code><li>${code[0..3]}-${code[4..7]}-${code[8..]}</li></#list>
  </ol>
  <div class="ps-actions" data-ps-codes="kc-recovery-codes-list" data-ps-file-header="${msg("recovery-codes-download-file-header")}" data-ps-file-text="${msg("recovery-codes-download-file-description")}" data-ps-copied="${msg("recovery-codes-copied")}" hidden>
    <button class="ps-button ps-button--secondary" id="printRecoveryCodes" type="button" data-ps-codes-action="print">${msg("recovery-codes-print")}</button>
    <button class="ps-button ps-button--secondary" id="downloadRecoveryCodes" type="button" data-ps-codes-action="download">${msg("recovery-codes-download")}</button>
    <button class="ps-button ps-button--secondary" id="copyRecoveryCodes" type="button" data-ps-codes-action="copy">${msg("recovery-codes-copy")}</button>
  </div>
  <@ps.form id="kc-recovery-codes-settings-form">
    <input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
    <input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
    <input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
    <@passwordCommons.logoutOtherSessions/>
    <p class="ps-muted">${msg("proSanteRecoverySaved")}</p>
    <@ps.actions><@ps.button label=msg("recovery-codes-action-complete") id="saveRecoveryAuthnCodesBtn"/><#if isAppInitiatedAction??> <@ps.button label=msg("recovery-codes-action-cancel") name="cancel-aia" value="true" secondary=true id="cancelRecoveryAuthnCodesBtn"/></#if></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
