<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg(sentence, service, hour, application)}</p>
<p>${msg("proSanteNoticeNotYou")}</p>
</@layout.emailLayout>
