<#ftl output_format="plainText">
<#macro emailLayout>
<#nested>

-- 
${msg("proSanteMail.foot", realmName)}
</#macro>

<#macro hello>
${msg("proSanteMail.hello")}

</#macro>

<#macro go label address=link>

${label}${msg("proSanteMail.colon")}
${address}

<#if linkExpiration??>
${msg("proSanteMail.expires", linkExpirationFormatter(linkExpiration))}
</#if>
</#macro>

<#macro code value>

    ${value}

</#macro>
