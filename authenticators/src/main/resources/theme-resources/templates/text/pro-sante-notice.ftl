<#ftl output_format="plainText">
${msg(sentence, service, hour, application)}

${msg("proSanteNoticeNotYou")}
