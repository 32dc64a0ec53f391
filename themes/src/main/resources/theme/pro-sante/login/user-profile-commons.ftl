<#import "pro-sante-form.ftl" as ps>
<#-- The fields of the realm's user profile, with the annotations that Keycloak documents. -->
<#macro userProfileFormFields>
<#local currentGroup = "">
<#list profile.attributes as attribute>
  <#if attribute.name = "locale" && realm.internationalizationEnabled && (locale.currentLanguageTag)?has_content>
    <input type="hidden" id="${attribute.name}" name="${attribute.name}" value="${locale.currentLanguageTag}">
  <#else>
    <#local group = (attribute.group.name)!"">
    <#if group != currentGroup>
      <#local currentGroup = group>
      <#if group != "">
      <div<#list attribute.group.html5DataAnnotations as key, value> data-${key}="${value}"</#list>>
        <h2 class="ps-heading" id="header-${group}">${(attribute.group.displayHeader?has_content)?then(advancedMsg(attribute.group.displayHeader!""), group)}</h2>
        <#if (attribute.group.displayDescription)?has_content><p class="ps-muted" id="description-${group}">${advancedMsg(attribute.group.displayDescription)}</p></#if>
      </div>
      </#if>
    </#if>
    <#nested "beforeField" attribute>
    <@inputFieldByType attribute=attribute/>
    <#nested "afterField" attribute>
  </#if>
</#list>
<#list profile.html5DataAnnotations?keys as key>
<script type="module" src="${url.resourcesPath}/js/${key}.js"></script>
</#list>
</#macro>

<#function problem attribute><#return messagesPerField.existsError(attribute.name)?then(messagesPerField.get(attribute.name), "")></#function>
<#function described attribute>
  <#local ids = []>
  <#if attribute.annotations.inputHelperTextBefore??><#local ids += [attribute.name + "-hint"]></#if>
  <#if problem(attribute)?has_content><#local ids += [attribute.name + "-error"]></#if>
  <#if attribute.annotations.inputHelperTextAfter??><#local ids += [attribute.name + "-after"]></#if>
  <#return ids?join(" ")>
</#function>

<#macro inputFieldByType attribute>
<#local kind = attribute.annotations.inputType!"">
<#if ["select-radiobuttons", "multiselect-checkboxes"]?seq_contains(kind)>
<fieldset class="ps-field ps-fieldset<#if problem(attribute)?has_content> ps-field--error</#if>"<#if described(attribute)?has_content> aria-describedby="${described(attribute)}"</#if>>
  <legend class="ps-field__label"><@labelText attribute=attribute/></legend>
  <@before attribute=attribute/>
  <@choices attribute=attribute type=(kind = "select-radiobuttons")?then("radio", "checkbox")/>
  <@after attribute=attribute/>
</fieldset>
<#else>
<div class="ps-field<#if problem(attribute)?has_content> ps-field--error</#if>">
  <label class="ps-field__label" for="${attribute.name}"><@labelText attribute=attribute/></label>
  <@before attribute=attribute/>
  <#if kind = "textarea"><@textareaTag attribute=attribute/>
  <#elseif kind = "select" || kind = "multiselect"><@selectTag attribute=attribute/>
  <#elseif attribute.multivalued && attribute.values?has_content><#list attribute.values as value><@inputTag attribute=attribute value=value!"" index=value?index/></#list>
  <#else><@inputTag attribute=attribute value=attribute.value!""/></#if>
  <@after attribute=attribute/>
</div>
</#if>
</#macro>

<#macro labelText attribute>${advancedMsg(attribute.displayName!"")}<#if !attribute.required && !attribute.readOnly> <span class="ps-field__optional">${msg("proSanteFormOptional")}</span></#if></#macro>
<#macro before attribute>
<#if attribute.annotations.inputHelperTextBefore??><div class="ps-field__hint" id="${attribute.name}-hint">${kcSanitize(advancedMsg(attribute.annotations.inputHelperTextBefore))?no_esc}</div></#if>
<@ps.errorText id=attribute.name error=problem(attribute)/>
</#macro>
<#macro after attribute>
<#if attribute.annotations.inputHelperTextAfter??><div class="ps-field__hint" id="${attribute.name}-after">${kcSanitize(advancedMsg(attribute.annotations.inputHelperTextAfter))?no_esc}</div></#if>
</#macro>
<#macro state attribute><@ps.ariaState described=described(attribute) error=problem(attribute)/><#if attribute.required> required</#if><#if attribute.readOnly> disabled</#if></#macro>

<#function inputType attribute>
  <#local kind = attribute.annotations.inputType!"text">
  <#if kind?starts_with("html5-")><#return kind[6..]></#if>
  <#return (attribute.name = "email" && kind = "text")?then("email", kind)>
</#function>

<#macro inputTag attribute value index=0>
<input class="ps-input" type="${inputType(attribute)}" id="${attribute.name}<#if index gt 0>-${index}</#if>" name="${attribute.name}" value="${value}"<@state attribute=attribute/><#if index gt 0> aria-label="${advancedMsg(attribute.displayName!"")} ${index + 1}"</#if><#if attribute.autocomplete??> autocomplete="${attribute.autocomplete}"</#if><#if attribute.annotations.inputTypePlaceholder??> placeholder="${advancedMsg(attribute.annotations.inputTypePlaceholder)}"</#if><#if attribute.annotations.inputTypePattern??> pattern="${attribute.annotations.inputTypePattern}"</#if><#if attribute.annotations.inputTypeSize??> size="${attribute.annotations.inputTypeSize}"</#if><#if attribute.annotations.inputTypeMaxlength??> maxlength="${attribute.annotations.inputTypeMaxlength}"</#if><#if attribute.annotations.inputTypeMinlength??> minlength="${attribute.annotations.inputTypeMinlength}"</#if><#if attribute.annotations.inputTypeMax??> max="${attribute.annotations.inputTypeMax}"</#if><#if attribute.annotations.inputTypeMin??> min="${attribute.annotations.inputTypeMin}"</#if><#if attribute.annotations.inputTypeStep??> step="${attribute.annotations.inputTypeStep}"</#if><#list attribute.html5DataAnnotations as key, one> data-${key}="${one}"</#list>>
</#macro>

<#macro textareaTag attribute>
<textarea class="ps-input" id="${attribute.name}" name="${attribute.name}"<@state attribute=attribute/><#if attribute.annotations.inputTypeCols??> cols="${attribute.annotations.inputTypeCols}"</#if><#if attribute.annotations.inputTypeRows??> rows="${attribute.annotations.inputTypeRows}"</#if><#if attribute.annotations.inputTypeMaxlength??> maxlength="${attribute.annotations.inputTypeMaxlength}"</#if>>${attribute.value!""}</textarea>
</#macro>

<#function optionsOf attribute>
  <#local source = attribute.annotations.inputOptionsFromValidation!"options">
  <#return (attribute.validators[source].options)!((attribute.validators.options.options)![])>
</#function>

<#macro selectTag attribute>
<select class="ps-input" id="${attribute.name}" name="${attribute.name}"<@state attribute=attribute/><#if attribute.annotations.inputType = "multiselect"> multiple</#if><#if attribute.annotations.inputTypeSize??> size="${attribute.annotations.inputTypeSize}"</#if>>
  <#if attribute.annotations.inputType = "select"><option value="">—</option></#if>
  <#list optionsOf(attribute) as option>
  <option value="${option}"<#if attribute.values?seq_contains(option)> selected</#if>>${optionLabel(attribute, option)}</option>
  </#list>
</select>
</#macro>

<#macro choices attribute type>
<#list optionsOf(attribute) as option>
<div class="ps-choice">
  <input class="ps-choice__input" type="${type}" id="${attribute.name}<#if option?index gt 0>-${option?counter}</#if>" name="${attribute.name}" value="${option}"<#if attribute.readOnly> disabled</#if><#if attribute.values?seq_contains(option)> checked</#if>>
  <label class="ps-choice__label" for="${attribute.name}<#if option?index gt 0>-${option?counter}</#if>">${optionLabel(attribute, option)}</label>
</div>
</#list>
</#macro>

<#function optionLabel attribute option>
  <#if attribute.annotations.inputOptionLabels??><#return advancedMsg(attribute.annotations.inputOptionLabels[option]!option)></#if>
  <#if attribute.annotations.inputOptionLabelsI18nPrefix??><#return msg(attribute.annotations.inputOptionLabelsI18nPrefix + "." + option)></#if>
  <#return option>
</#function>

<#-- Names of the fields, for the error summary. -->
<#function names><#return profile.attributes?map(attribute -> attribute.name)></#function>

<#macro submitOrCancel label=msg("doSubmit")>
<@ps.actions><@ps.button label=label/><#if isAppInitiatedAction??> <button class="ps-button ps-button--secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if></@ps.actions>
</#macro>
