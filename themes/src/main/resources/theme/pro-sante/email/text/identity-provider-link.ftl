<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.link", realmName, identityProviderDisplayName)}
<@layout.go label=msg("proSanteMail.link.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
