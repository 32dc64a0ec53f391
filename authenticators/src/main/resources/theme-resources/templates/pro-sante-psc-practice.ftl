<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("proSantePscPracticeTitle")}
  <#elseif section = "form">
    <@ps.errorSummary fields=["practice"]/>
    <@ps.form>
      <@ps.radios name="practice" legend=msg("proSantePscPracticeLegend") hint=msg("proSantePscPracticeHint") options=practices value=chosen/>
      <@ps.actions><@ps.button label=msg("proSantePscPracticeSubmit")/></@ps.actions>
    </@ps.form>
  </#if>
</@layout.registrationLayout>
