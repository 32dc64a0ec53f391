<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("termsTitle")}
<#elseif section = "form">
  <div class="ps-charter" id="kc-terms-text" tabindex="0" role="region" aria-labelledby="kc-page-title">${kcSanitize(msg("termsText"))?no_esc}</div>
  <@ps.form>
    <@ps.actions><@ps.button label=msg("doAccept") name="accept" value="on" id="kc-accept"/> <@ps.button label=msg("doDecline") name="cancel" value="on" secondary=true id="kc-decline"/></@ps.actions>
  </@ps.form>
</#if>
</@layout.registrationLayout>
