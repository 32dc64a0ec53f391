<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.hello/>
<p>${msg("eventUserDisabledByTemporaryLockoutBody", event.date)}</p>
<p>${msg("proSanteMail.notYou")}</p>
</@layout.emailLayout>
