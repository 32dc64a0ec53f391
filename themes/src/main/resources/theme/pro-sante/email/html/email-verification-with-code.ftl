<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("proSanteMail.verificationCode")}</p>
<@layout.code value=code/>
<p>${msg("proSanteMail.ignore")}</p>
</@layout.emailLayout>
