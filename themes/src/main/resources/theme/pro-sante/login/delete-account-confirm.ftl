<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout; section>
<#if section = "header">${msg("deleteAccountConfirm")}
<#elseif section = "form">
  <@ps.notice kind="warning"><p>${msg("irreversibleAction")}</p></@ps.notice>
  <p>${msg("deletingImplies")}</p>
  <ul><li>${msg("loggingOutImmediately")}</li><li>${msg("errasingData")}</li></ul>
  <p>${msg("finalDeletionConfirmation")}</p>
  <@ps.form>
    <@ps.actions><@ps.button label=msg("doConfirmDelete")/><#if triggered_from_aia!false> <@ps.button label=msg("doCancel") name="cancel-aia" value="true" secondary=true/></#if></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
