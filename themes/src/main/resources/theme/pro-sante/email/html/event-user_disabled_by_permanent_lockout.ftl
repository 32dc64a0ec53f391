<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("eventUserDisabledByPermanentLockoutBody", event.date)}</p>
<p>${msg("proSanteMail.notYou")}</p>
</@layout.emailLayout>
