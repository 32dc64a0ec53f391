<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("eventUpdateTotpBody", event.date, event.ipAddress)}</p>
<p>${msg("proSanteMail.notYou")}</p>
</@layout.emailLayout>
