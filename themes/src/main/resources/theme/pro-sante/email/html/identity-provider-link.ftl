<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.link", realmName, identityProviderDisplayName)}</p>
<@layout.go label=msg("proSanteMail.link.go")/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
