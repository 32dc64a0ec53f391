<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("eventUpdatePasswordBody", event.date, event.ipAddress)}</p>
<p>${msg("proSanteMail.notYou")}</p>
</@layout.emailLayout>
