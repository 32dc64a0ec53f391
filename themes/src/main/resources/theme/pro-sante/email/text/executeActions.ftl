<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.actions", realmName)} <#list requiredActions![] as one>${msg("requiredAction." + one)}<#sep>, </#list>.
<@layout.go label=msg("proSanteMail.actions.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
