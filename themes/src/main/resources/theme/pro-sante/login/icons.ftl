<#-- Our own drawings, on a 24 by 24 grid, in the colour of the text around them. -->
<#macro icon name class="ps-icon">
<svg class="${class}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><#switch name>
<#case "card"><path d="M3 5h18a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z"/><path d="M5.5 9h4v4h-4zM5.5 11h4M7.5 9v4M13 9.5h6M13 12.5h6M5.5 16h8"/><#break>
<#case "phone"><path d="M7 2h10a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM10.5 19h3"/><path d="M9 11l2.2 2.2L15.5 9"/><#break>
<#case "building"><path d="M4 21V7l8-4 8 4v14M2 21h20M12 7.5v5M9.5 10h5M9 21v-4h6v4"/><#break>
<#case "people"><path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.500a3.5 3.5 0 0 1 0 6.500M18 14.500c2.3.8 3.5 2.7 3.5 5.5"/><#break>
<#case "steth"><path d="M6 3v5a4.5 4.5 0 0 0 9 0V3M4.5 3H7M14 3h2.500M10.5 12.500V16a5 5 0 0 0 9 3v-3"/><circle cx="19.5" cy="13.5" r="2"/><#break>
<#case "warning"><path d="M12 3.5 22 20.500H2zM12 10v5M12 17.300v.7"/><#break>
<#case "info"><circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7v.8"/><#break>
</#switch></svg>
</#macro>

<#-- The portal's mark when it has none of its own: an open hand of rays round a cross. -->
<#macro mark class="ps-header__mark">
<svg class="${class}" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><path class="ps-mark__ground" d="M9 1h22a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z"/><path class="ps-mark__line" d="M20 9v13M13.5 15.500h13M8 25c3 5.5 7.5 8 12 8s9-2.5 12-8"/></svg>
</#macro>
