<#ftl output_format="plainText">
${msg("proSanteContactNoticeIntro", service, hour, address)}

${msg("proSanteContactNoticeNotYou")}
