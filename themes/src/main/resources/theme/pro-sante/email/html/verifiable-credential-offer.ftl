<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.credential", realmName, credentialScopeDisplayName)}</p>
<@layout.go label=msg("proSanteMail.credential.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
