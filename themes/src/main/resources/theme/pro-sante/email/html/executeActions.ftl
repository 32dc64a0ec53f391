<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.actions", realmName)} <#list requiredActions![] as one>${msg("requiredAction." + one)}<#sep>, </#list>.</p>
<@layout.go label=msg("proSanteMail.actions.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
