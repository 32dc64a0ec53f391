<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
${msg("proSanteMail.credential", realmName, credentialScopeDisplayName)}
<@layout.go label=msg("proSanteMail.credential.go")/>
${msg("proSanteMail.ignore")}
</@layout.emailLayout>
