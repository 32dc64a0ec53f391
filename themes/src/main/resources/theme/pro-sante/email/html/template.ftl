<#--
  Frame of every mail. No picture, no remote file, no background of our own: mail programs that darken a message find
  nothing to break. Inline styles, because many of them drop the rest.
-->
<#macro emailLayout title=(subject!"")>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${ltr?then("ltr", "rtl")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0;padding:0">
<div lang="${locale.language}" style="max-width:36rem;margin:0 auto;padding:24px 16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5">
<p style="margin:0 0 16px;padding:0 0 12px;border-bottom:3px solid #3f86b5;font-size:18px;font-weight:bold">${realmName}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${title}</h1>
<#nested>
<p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #8795a1;font-size:14px">${msg("proSanteMail.foot", realmName)}</p>
</div>
</body>
</html>
</#macro>

<#macro hello><p>${msg("proSanteMail.hello")}</p></#macro>

<#-- The address is written out too: whoever distrusts a button can read where it leads. -->
<#macro go label address=link>
<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 20px;border-radius:8px;background-color:#14507a;color:#ffffff;font-weight:bold;text-decoration:none">${label}</a></p>
<#if linkExpiration??><p>${msg("proSanteMail.expires", linkExpirationFormatter(linkExpiration))}</p></#if>
<p style="font-size:14px">${msg("proSanteMail.address")}<br><a href="${address}" style="color:inherit;word-break:break-all">${address}</a></p>
</#macro>

<#macro code value><p style="margin:24px 0;font-size:28px;font-weight:bold;letter-spacing:6px">${value}</p></#macro>
