<#--
  The parts every page of this bundle is made of. Semantic HTML that works without script and in any theme: class names
  come from the theme's own kc…Class properties and fall back to ours (prefix ps-), which the pro-sante theme styles.

  A page:
    <#import "template.ftl" as layout>
    <#import "pro-sante-form.ftl" as ps>
    <@layout.registrationLayout displayMessage=false; section>
      <#if section = "header">${msg("…Title")}
      <#elseif section = "form">
        <@ps.errorSummary fields=["email", "password-new"]/>
        <@ps.form>
          <@ps.field name="email" label=msg("email") type="email" autocomplete="email" value=(email!'')/>
          <@ps.actions><@ps.button label=msg("…")/></@ps.actions>
        </@ps.form>
      </#if>
    </@layout.registrationLayout>
-->

<#-- ids "a b c" of the things that describe a control, without holes -->
<#function describedBy id hint error extra="">
  <#local ids = []>
  <#if hint?has_content><#local ids += [id + "-hint"]></#if>
  <#if extra?has_content><#local ids += [extra]></#if>
  <#if error?has_content><#local ids += [id + "-error"]></#if>
  <#return ids?join(" ")>
</#function>

<#-- "true" only when there is something to be invalid about: an empty aria-invalid reads as "invalid" in some readers -->
<#macro ariaState described error>
<#if described?has_content> aria-describedby="${described}"</#if><#if error?has_content> aria-invalid="true"</#if>
</#macro>

<#macro errorText id error>
<#if error?has_content>
<p class="${properties.kcInputErrorMessageClass!'ps-field__error'}" id="${id}-error"><span class="ps-hidden">${msg("proSanteFormErrorPrefix")}</span> ${kcSanitize(error)?no_esc}</p>
</#if>
</#macro>

<#--
  Whatever the server has to say about the request. An error becomes a summary that takes the focus and links to each
  field in error; everything else a notice. Call the layout with displayMessage=false on pages that use it.
  Keycloak calls every return from an identity provider an error, but who turned back has nothing to correct.
  fields: names of the page's fields, in page order.
-->
<#macro errorSummary fields=[]>
<#if message?? && message.summary?has_content>
  <#if message.type = "error" && message.summary = msg("proSantePscCancelled")>
    <@notice>${message.summary}</@notice>
  <#elseif message.type = "error">
    <div class="ps-summary" tabindex="-1" autofocus aria-labelledby="ps-summary-title" role="group">
      <div role="alert">
        <#local wrong = fields?filter(field -> messagesPerField.existsError(field))>
        <#if wrong?has_content>
          <h2 class="ps-summary__title" id="ps-summary-title">${msg("proSanteFormErrorTitle")}</h2>
          <ul class="ps-summary__list">
            <#list wrong as field>
            <li><a class="ps-summary__link" href="#${field}">${kcSanitize(messagesPerField.get(field))?no_esc}</a></li>
            </#list>
          </ul>
        <#else>
          <p class="ps-summary__title" id="ps-summary-title">${kcSanitize(message.summary)?no_esc}</p>
        </#if>
      </div>
    </div>
  <#else>
    <@notice kind=message.type>${kcSanitize(message.summary)?no_esc}</@notice>
  </#if>
</#if>
</#macro>

<#-- kind: info, success, warning -->
<#macro notice kind="info">
<div class="ps-notice ps-notice--${kind}"<#if kind = "success" || kind = "info"> role="status"</#if>><#nested></div>
</#macro>

<#-- A form that posts to the current step. Answers are checked by the server, in the reader's own language: novalidate. -->
<#macro form action=url.loginAction id="">
<form class="ps-form"<#if id?has_content> id="${id}"</#if> action="${action}" method="post" novalidate data-ps-once>
  <#nested>
</form>
</#macro>

<#--
  One labelled control. Its hint and its error are tied to it by aria-describedby; the error is messagesPerField's
  unless given. width: "" (full), "short" (code, postal code). A password gets a reveal button from the script.
-->
<#macro field name label type="text" value="" hint="" autocomplete="" inputmode="" required=true readonly=false maxlength="" autofocus=false width="" error="" describedby="" spellcheck=true>
<#local problem = error?has_content?then(error, messagesPerField.existsError(name)?then(messagesPerField.get(name), ""))>
<div class="${properties.kcFormGroupClass!'ps-field'}<#if problem?has_content> ps-field--error</#if>">
  <label class="${properties.kcLabelClass!'ps-field__label'}" for="${name}">${label}<#if !required> <span class="ps-field__optional">${msg("proSanteFormOptional")}</span></#if></label>
  <#if hint?has_content><p class="ps-field__hint" id="${name}-hint">${hint}</p></#if>
  <@errorText id=name error=problem/>
  <input class="${properties.kcInputClass!'ps-input'}<#if width?has_content> ps-input--${width}</#if>" id="${name}" name="${name}" type="${type}" value="${value}"<#rt>
  <#lt><@ariaState described=describedBy(name, hint, problem, describedby) error=problem/><#rt>
  <#lt><#if autocomplete?has_content> autocomplete="${autocomplete}"</#if><#if inputmode?has_content> inputmode="${inputmode}"</#if><#rt>
  <#lt><#if required> required</#if><#if readonly> readonly</#if><#if maxlength?has_content> maxlength="${maxlength}"</#if><#rt>
  <#lt><#if autofocus && ((message.type)!"") != "error"> autofocus</#if><#if !spellcheck> spellcheck="false" autocapitalize="none"</#if><#rt>
  <#lt><#if type = "password"> data-ps-reveal data-ps-show="${msg("showPassword")}" data-ps-hide="${msg("hidePassword")}" data-ps-show-short="${msg("proSanteFormShow")}" data-ps-hide-short="${msg("proSanteFormHide")}"</#if>>
</div>
</#macro>

<#macro textarea name label value="" hint="" required=true rows="4" maxlength="" autocomplete="">
<#local problem = messagesPerField.existsError(name)?then(messagesPerField.get(name), "")>
<div class="${properties.kcFormGroupClass!'ps-field'}<#if problem?has_content> ps-field--error</#if>">
  <label class="${properties.kcLabelClass!'ps-field__label'}" for="${name}">${label}<#if !required> <span class="ps-field__optional">${msg("proSanteFormOptional")}</span></#if></label>
  <#if hint?has_content><p class="ps-field__hint" id="${name}-hint">${hint}</p></#if>
  <@errorText id=name error=problem/>
  <textarea class="${properties.kcInputClass!'ps-input'}" id="${name}" name="${name}" rows="${rows}"<@ariaState described=describedBy(name, hint, problem) error=problem/><#if autocomplete?has_content> autocomplete="${autocomplete}"</#if><#if required> required</#if><#if maxlength?has_content> maxlength="${maxlength}"</#if>>${value}</textarea>
</div>
</#macro>

<#-- options: [{"value", "label", "hint"}] -->
<#macro radios name legend options value="" hint="">
<#local problem = messagesPerField.existsError(name)?then(messagesPerField.get(name), "")>
<fieldset class="${properties.kcFormGroupClass!'ps-field'} ps-fieldset<#if problem?has_content> ps-field--error</#if>"<@ariaState described=describedBy(name, hint, problem) error=""/>>
  <legend class="${properties.kcLabelClass!'ps-field__label'}">${legend}</legend>
  <#if hint?has_content><p class="ps-field__hint" id="${name}-hint">${hint}</p></#if>
  <@errorText id=name error=problem/>
  <#list options as option>
  <div class="ps-choice">
    <input class="ps-choice__input" type="radio" id="${name}<#if option?index gt 0>-${option?counter}</#if>" name="${name}" value="${option.value}"<#if option.value = value> checked</#if><#if option.hint?has_content> aria-describedby="${name}-${option?counter}-hint"</#if>>
    <label class="ps-choice__label" for="${name}<#if option?index gt 0>-${option?counter}</#if>">${option.label}</label>
    <#if option.hint?has_content><p class="ps-choice__hint" id="${name}-${option?counter}-hint">${option.hint}</p></#if>
  </div>
  </#list>
</fieldset>
</#macro>

<#macro checkbox name label checked=false value="on" hint="" required=false>
<#local problem = messagesPerField.existsError(name)?then(messagesPerField.get(name), "")>
<div class="${properties.kcFormGroupClass!'ps-field'}<#if problem?has_content> ps-field--error</#if>">
  <@errorText id=name error=problem/>
  <div class="ps-choice">
    <input class="ps-choice__input" type="checkbox" id="${name}" name="${name}" value="${value}"<#if checked> checked</#if><#if required> required</#if><@ariaState described=describedBy(name, hint, problem) error=problem/>>
    <label class="ps-choice__label" for="${name}">${label}</label>
    <#if hint?has_content><p class="ps-choice__hint" id="${name}-hint">${hint}</p></#if>
  </div>
</div>
</#macro>

<#-- What is known and cannot be changed here. items: [{"label", "value"}]; value is a text or a list of texts (maps, not records). -->
<#macro facts items title="">
<#local known = items?filter(item -> item.value?has_content)>
<#if known?has_content>
<#if title?has_content><h2 class="ps-heading">${title}</h2></#if>
<dl class="ps-facts">
  <#list known as item>
  <div class="ps-facts__row">
    <dt class="ps-facts__label">${item.label}</dt>
    <#if item.value?is_sequence><#list item.value as one><dd class="ps-facts__value">${one}</dd></#list><#else><dd class="ps-facts__value">${item.value}</dd></#if>
  </div>
  </#list>
</dl>
</#if>
</#macro>

<#macro actions>
<div class="${properties.kcFormButtonsClass!'ps-actions'}"><#nested></div>
</#macro>

<#-- wait: seconds before it is worth pressing; the script counts them down in waitLabel ({0}), without it the server says so. -->
<#macro button label name="" value="" secondary=false type="submit" id="" wait=0 waitLabel="">
<button class="${properties.kcButtonClass!'ps-button'} <#if secondary>${properties.kcButtonSecondaryClass!'ps-button--secondary'}<#else>${properties.kcButtonPrimaryClass!'ps-button--primary'}</#if>" type="${type}"<#if id?has_content> id="${id}"</#if><#if name?has_content> name="${name}" value="${value}"</#if><#if wait gt 0> data-ps-countdown="${wait?c}" data-ps-countdown-text="${waitLabel}"</#if>>${label}</button>
</#macro>

<#macro linkButton label href secondary=true>
<a class="${properties.kcButtonClass!'ps-button'} <#if secondary>${properties.kcButtonSecondaryClass!'ps-button--secondary'}<#else>${properties.kcButtonPrimaryClass!'ps-button--primary'}</#if>" href="${href}">${label}</a>
</#macro>

<#-- The other ways to log in: executions that the flow offers besides the running one, then identity providers. -->
<#macro otherDoors title=msg("proSanteFormOtherDoors") providers=true>
<#local ways = []>
<#if auth?? && auth.authenticationSelections??>
  <#local ways = auth.authenticationSelections?filter(way -> way.authExecId != (execution!""))>
</#if>
<#local brokers = (providers && social?? && social.providers??)?then(social.providers![], [])>
<#if ways?has_content || brokers?has_content>
<section class="ps-doors" aria-labelledby="ps-doors-title">
  <h2 class="ps-heading" id="ps-doors-title">${title}</h2>
  <#if ways?has_content>
  <form class="ps-doors__form" action="${url.loginAction}" method="post">
    <#list ways as way>
    <button class="${properties.kcButtonClass!'ps-button'} ${properties.kcButtonSecondaryClass!'ps-button--secondary'}" type="submit" name="authenticationExecution" value="${way.authExecId}">${msg(way.displayName)}</button>
    </#list>
  </form>
  </#if>
  <#list brokers as broker>
  <a class="${properties.kcButtonClass!'ps-button'} ${properties.kcButtonSecondaryClass!'ps-button--secondary'}" id="social-${broker.alias}" href="${broker.loginUrl}">${broker.displayName!broker.alias}</a>
  </#list>
</section>
</#if>
</#macro>
