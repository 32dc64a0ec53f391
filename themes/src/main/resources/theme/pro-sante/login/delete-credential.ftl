<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("deleteCredentialTitle", credentialLabel)}
<#elseif section = "form">
  <p id="kc-delete-text">${msg("deleteCredentialMessage", credentialLabel)}</p>
  <@ps.form>
    <@ps.actions><@ps.button label=msg("doConfirmDelete") name="accept" value="on" id="kc-accept"/> <@ps.button label=msg("doCancel") name="cancel-aia" value="true" secondary=true id="kc-decline"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
