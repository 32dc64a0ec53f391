<#import "pro-sante-form.ftl" as ps>
<#macro logoutOtherSessions><@ps.checkbox name="logout-sessions" label=msg("logoutOtherSessions")/></#macro>

<#-- New password, typed twice, with the rules the server will check (the script ticks them while typing). -->
<#macro newPassword name="password-new" confirm="password-confirm" label=msg("passwordNew") problem="password">
<@rules name=name/>
<@ps.field name=name label=label type="password" autocomplete="new-password" error=(messagesPerField.existsError(name)?then(messagesPerField.get(name), messagesPerField.existsError(problem)?then(messagesPerField.get(problem), ""))) describedby=policyKnown()?then(name + "-rules", "")/>
<@ps.field name=confirm label=msg("passwordConfirm") type="password" autocomplete="new-password"/>
</#macro>

<#function policyKnown>
  <#return passwordPolicies?? && (((passwordPolicies.length)!0) gt 0 || ((passwordPolicies.lowerCase)!0) gt 0 || ((passwordPolicies.upperCase)!0) gt 0 || ((passwordPolicies.digits)!0) gt 0 || ((passwordPolicies.specialChars)!0) gt 0)>
</#function>

<#macro rules name>
<#if policyKnown()>
<ul class="ps-rules" id="${name}-rules" data-ps-rules="${name}">
  <#if ((passwordPolicies.length)!0) gt 0><@rule kind="Length" count=passwordPolicies.length/></#if>
  <#if ((passwordPolicies.lowerCase)!0) gt 0><@rule kind="LowerCase" count=passwordPolicies.lowerCase/></#if>
  <#if ((passwordPolicies.upperCase)!0) gt 0><@rule kind="UpperCase" count=passwordPolicies.upperCase/></#if>
  <#if ((passwordPolicies.digits)!0) gt 0><@rule kind="Digits" count=passwordPolicies.digits/></#if>
  <#if ((passwordPolicies.specialChars)!0) gt 0><@rule kind="SpecialChars" count=passwordPolicies.specialChars/></#if>
  <#if passwordPolicies.notUsername!false><li class="ps-rules__rule">${msg("proSanteRule.notUsername")}</li></#if>
  <#if passwordPolicies.notEmail!false><li class="ps-rules__rule">${msg("proSanteRule.notEmail")}</li></#if>
  <#if ((passwordPolicies.passwordHistory)!0) gt 0><li class="ps-rules__rule">${msg("proSanteRule.history", passwordPolicies.passwordHistory)}</li></#if>
</ul>
</#if>
</#macro>

<#macro rule kind count><li class="ps-rules__rule" data-ps-rule="${kind}" data-ps-count="${count?c}">${msg("proSanteRule." + kind, count)}</li></#macro>
