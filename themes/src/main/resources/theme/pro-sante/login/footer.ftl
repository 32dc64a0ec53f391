<#import "portal.ftl" as portal>
<#macro content>
<footer class="ps-footer">
  <div class="ps-footer__inner">
    <#if portal.setting("help")?has_content><p class="ps-footer__help">${kcSanitize(portal.setting("help"))?no_esc}</p></#if>
    <#local keys = ["accessibility", "legal", "privacy"]?filter(key -> portal.setting(key)?has_content && portal.setting(key + ".link")?has_content)>
    <#if keys?has_content>
    <ul class="ps-footer__links">
      <#list keys as key><li><a class="ps-footer__link" href="${portal.setting(key + ".link")}">${portal.setting(key)}</a></li></#list>
    </ul>
    </#if>
  </div>
</footer>
</#macro>
