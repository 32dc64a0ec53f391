<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("proSanteContactNoticeIntro", service, hour, address)}</p>
<p>${msg("proSanteContactNoticeNotYou")}</p>
</@layout.emailLayout>
