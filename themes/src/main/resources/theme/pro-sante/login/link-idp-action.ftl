<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("linkIdpActionTitle", idpDisplayName)}
<#elseif section = "form">
  <p id="kc-link-text">${msg("linkIdpActionMessage", idpDisplayName)}</p>
  <@ps.form>
    <@ps.actions><@ps.button label=msg("doContinue") name="continue" value="on" id="kc-continue"/> <@ps.button label=msg("doCancel") name="cancel-aia" value="true" secondary=true id="kc-cancel"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
