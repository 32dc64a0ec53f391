<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("eventRemoveCredentialBody", msg("proSanteMail.type." + (event.getDetail("credential_type")!"credential")), event.date, event.ipAddress)}</p>
<p>${msg("proSanteMail.notYou")}</p>
</@layout.emailLayout>
