<#import "template.ftl" as layout>
<#import "pro-sante-form.ftl" as ps>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("proSanteAccountTitle")}
  <#elseif section = "form">
    <@ps.errorSummary fields=accountFields/>
    <p class="ps-lead">${msg("proSanteAccountLead." + accountMethod)}</p>
    <@ps.facts title=msg("proSanteAccountIdentity") items=[
      {"label": msg("proSanteAccountFamilyName"), "value": accountIdentity.familyName},
      {"label": msg("proSanteAccountGivenName"), "value": accountIdentity.givenName},
      {"label": msg("proSanteAccountProfession"), "value": accountIdentity.profession},
      {"label": msg("proSanteAccountSpeciality"), "value": accountIdentity.specialities},
      {"label": msg("proSanteAccountStructure"), "value": accountIdentity.structure},
      {"label": msg("proSanteAccountId"), "value": accountIdentity.id}
    ]/>
    <@ps.form id="pro-sante-account">
      <p class="ps-hint">${msg("proSanteFormAllRequired")}</p>
      <#if accountAsked.familyName || accountAsked.givenName>
        <p class="ps-hint">${msg("proSanteAccountNamesAsked")}</p>
        <#if accountAsked.familyName>
          <@ps.field name="lastName" label=msg("proSanteAccountFamilyName") autocomplete="family-name" value=(accountValues["lastName"]!"") maxlength="254" spellcheck=false/>
        </#if>
        <#if accountAsked.givenName>
          <@ps.field name="firstName" label=msg("proSanteAccountGivenName") autocomplete="given-name" value=(accountValues["firstName"]!"") maxlength="254" spellcheck=false/>
        </#if>
      </#if>

      <h2 class="ps-heading">${msg("proSanteAccountContact")}</h2>
      <@ps.field name="email" label=msg("proSanteAccountEmail") type="email" hint=msg("proSanteAccountEmailHint") autocomplete="email" inputmode="email" value=(accountValues["email"]!"") maxlength="254" spellcheck=false/>
      <@ps.field name="email-confirm" label=msg("proSanteAccountEmailAgain") type="email" autocomplete="email" inputmode="email" value=(accountValues["email-confirm"]!"") maxlength="254" spellcheck=false/>

      <h2 class="ps-heading">${msg("proSanteAccountPasswordHeading")}</h2>
      <p class="ps-hint">${msg("proSanteAccountPasswordHint")}</p>
      <#if accountPolicy?has_content>
        <ul class="ps-rules" id="password-policy" data-ps-rules="password-new">
          <#list accountPolicy as rule><li class="ps-rules__rule"<#if rule.count??> data-ps-rule="${rule.key?keep_after("Policy")}" data-ps-count="${rule.count?c}"</#if>>${msg(rule.key, (rule.count)!0)}</li></#list>
        </ul>
      </#if>
      <@ps.field name="password-new" label=msg("proSanteAccountPassword") type="password" autocomplete="new-password" describedby=accountPolicy?has_content?then("password-policy", "") spellcheck=false/>
      <@ps.field name="password-confirm" label=msg("proSanteAccountPasswordAgain") type="password" autocomplete="new-password" spellcheck=false/>

      <h2 class="ps-heading">${msg("proSanteAccountAddress")}</h2>
      <@ps.field name="streetAddress" label=msg("proSanteAccountStreet") autocomplete="address-line1" value=(accountValues["streetAddress"]!"") maxlength="254" spellcheck=false/>
      <@ps.field name="postalCode" label=msg("proSanteAccountPostalCode") autocomplete="postal-code" width="short" value=(accountValues["postalCode"]!"") maxlength="13" spellcheck=false/>
      <@ps.field name="locality" label=msg("proSanteAccountLocality") autocomplete="address-level2" value=(accountValues["locality"]!"") maxlength="254" spellcheck=false/>

      <@ps.actions><@ps.button label=msg("proSanteAccountSubmit")/></@ps.actions>
    </@ps.form>
    <p class="ps-links"><a class="ps-link" href="${url.loginRestartFlowUrl}">${msg("proSanteAccountRestart")}</a></p>
  </#if>
</@layout.registrationLayout>
