<#import "pro-sante-form.ftl" as ps>
<#macro termsAcceptance>
<#if termsAcceptanceRequired??>
<section class="ps-stack" aria-labelledby="terms-title">
  <h2 class="ps-heading" id="terms-title">${msg("termsTitle")}</h2>
  <div class="ps-charter" id="kc-registration-terms-text" tabindex="0" role="region" aria-labelledby="terms-title">${kcSanitize(msg("termsText"))?no_esc}</div>
  <@ps.checkbox name="termsAccepted" label=msg("acceptTerms") required=true/>
</section>
</#if>
</#macro>
