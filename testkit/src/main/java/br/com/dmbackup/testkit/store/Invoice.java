package br.com.dmbackup.testkit.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An NFC-e (consumer invoice, layout 4.00) as the tax office returns it, 4 to 7 KB. Signature, digest and certificate
 * are random bytes of the right length: they look and compress like real ones and verify nowhere.
 */
final class Invoice {
    private static final String CNPJ = CheckDigits.cnpj("112223330001");
    private static final String CERTIFICATE = base64(new Random(65), 700);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

    private Invoice() {}

    static String accessKey(long number, LocalDateTime time, Random random) {
        return CheckDigits
                .accessKey("35" + MONTH.format(time) + CNPJ + "65001" + String.format(Locale.ROOT, "%09d", number)
                        + "1" + Words.digits(8, random));
    }

    static String xml(String key, String protocol, LocalDateTime time, List<SoldItem> items, Random random) {
        int total = items.stream().mapToInt(SoldItem::totalCents).sum();
        String digest = base64(random, 20);
        StringBuilder xml = new StringBuilder(8_192);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><nfeProc versao=\"4.00\" ")
                .append("xmlns=\"http://www.portalfiscal.inf.br/nfe\"><NFe><infNFe versao=\"4.00\" Id=\"NFe")
                .append(key)
                .append("\"><ide><cUF>35</cUF><cNF>").append(key, 35, 43)
                .append("</cNF><natOp>VENDA AO CONSUMIDOR</natOp><mod>65</mod><serie>1</serie><nNF>")
                .append(Long.parseLong(key.substring(25, 34))).append("</nNF><dhEmi>").append(time)
                .append("-03:00</dhEmi><tpNF>1</tpNF><idDest>1</idDest><cMunFG>3550308</cMunFG><tpImp>4</tpImp>")
                .append("<tpEmis>1</tpEmis><cDV>").append(key.charAt(43))
                .append("</cDV><tpAmb>2</tpAmb><finNFe>1</finNFe><indFinal>1</indFinal><indPres>1</indPres>")
                .append("<procEmi>0</procEmi><verProc>5.5.2.0</verProc></ide><emit><CNPJ>").append(CNPJ)
                .append("</CNPJ><xNome>FARMÁCIA EXEMPLO LTDA</xNome><xFant>Farmácia Exemplo</xFant><enderEmit>")
                .append("<xLgr>Rua das Acácias</xLgr><nro>100</nro><xBairro>Centro</xBairro><cMun>3550308</cMun>")
                .append("<xMun>SÃO PAULO</xMun><UF>SP</UF><CEP>01001000</CEP><cPais>1058</cPais></enderEmit>")
                .append("<IE>111222333444</IE><CRT>1</CRT></emit>");
        for (int i = 0; i < items.size(); i++) {
            item(xml, i + 1, items.get(i), random);
        }
        xml.append("<total><ICMSTot><vBC>0.00</vBC><vICMS>0.00</vICMS><vProd>").append(reais(total))
                .append("</vProd><vFrete>0.00</vFrete><vDesc>0.00</vDesc><vNF>").append(reais(total))
                .append("</vNF><vTotTrib>")
                .append(reais(total * 13 / 100))
                .append("</vTotTrib></ICMSTot></total><transp><modFrete>9</modFrete></transp>")
                .append("<pag><detPag><tPag>17</tPag><vPag>").append(reais(total))
                .append("</vPag><card><tpIntegra>1</tpIntegra><cAut>").append(Words.digits(20, random))
                .append("</cAut></card></detPag></pag></infNFe><infNFeSupl><qrCode><![CDATA[https://www.homologacao.nfce.fazenda")
                .append(".sp.gov.br/qrcode?p=").append(key).append("|2|2|1|").append(hex(random, 20))
                .append("]]></qrCode></infNFeSupl>");
        signature(xml, key, digest, random);
        return xml.append(
                "</NFe><protNFe versao=\"4.00\"><infProt><tpAmb>2</tpAmb><verAplic>SP_NFCE_PL_009</verAplic><chNFe>")
                .append(key).append("</chNFe><dhRecbto>").append(time.plusSeconds(2)).append("-03:00</dhRecbto><nProt>")
                .append(protocol).append("</nProt><digVal>").append(digest)
                .append("</digVal><cStat>100</cStat><xMotivo>Autorizado o uso da NF-e</xMotivo></infProt></protNFe></nfeProc>")
                .toString();
    }

    private static void item(StringBuilder xml, int number, SoldItem sold, Random random) {
        xml.append("<det nItem=\"").append(number).append("\"><prod><cProd>").append(sold.product().id())
                .append("</cProd><cEAN>").append(sold.product().ean()).append("</cEAN><xProd>")
                .append(sold.product().name())
                .append("</xProd><NCM>30049099</NCM><CEST>1300402</CEST><CFOP>5405</CFOP><uCom>UN</uCom><qCom>")
                .append(sold.quantity()).append(".0000</qCom><vUnCom>").append(reais(sold.product().priceCents()))
                .append("</vUnCom><vProd>").append(reais(sold.totalCents())).append("</vProd><cEANTrib>")
                .append(sold.product().ean()).append("</cEANTrib><uTrib>UN</uTrib><indTot>1</indTot><rastro><nLote>")
                .append(Words.digits(8, random)).append("</nLote><qLote>1.000</qLote><dFab>2025-")
                .append(twoDigits(12, random))
                .append("-").append(twoDigits(28, random)).append("</dFab><dVal>2027-").append(twoDigits(12, random))
                .append("-")
                .append(twoDigits(28, random)).append("</dVal></rastro><med><cProdANVISA>1")
                .append(Words.digits(12, new Random(sold.product().id()))).append("</cProdANVISA><vPMC>")
                .append(reais(sold.product().priceCents() * 3 / 2)).append("</vPMC></med></prod><imposto><vTotTrib>")
                .append(reais(sold.totalCents() * 13 / 100))
                .append("</vTotTrib><ICMS><ICMSSN500><orig>0</orig><CSOSN>500</CSOSN>")
                .append("<vBCSTRet>0.00</vBCSTRet><pST>0.00</pST><vICMSSTRet>0.00</vICMSSTRet></ICMSSN500></ICMS><PIS>")
                .append("<PISNT><CST>04</CST></PISNT></PIS><COFINS><COFINSNT><CST>04</CST></COFINSNT></COFINS></imposto></det>");
    }

    private static void signature(StringBuilder xml, String key, String digest, Random random) {
        xml.append("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod ")
                .append("Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod ")
                .append("Algorithm=\"http://www.w3.org/2000/09/xmldsig#rsa-sha1\"/><Reference URI=\"#NFe").append(key)
                .append("\"><Transforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>")
                .append("<Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/></Transforms>")
                .append("<DigestMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"/><DigestValue>")
                .append(digest)
                .append("</DigestValue></Reference></SignedInfo><SignatureValue>").append(base64(random, 256))
                .append("</SignatureValue><KeyInfo><X509Data><X509Certificate>").append(CERTIFICATE)
                .append("</X509Certificate></X509Data></KeyInfo></Signature>");
    }

    private static String base64(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static String twoDigits(int largest, Random random) {
        int number = 1 + random.nextInt(largest);
        return (number < 10 ? "0" : "") + number;
    }

    private static String reais(int cents) {
        int rest = cents % 100;
        return cents / 100 + "." + (rest < 10 ? "0" : "") + rest;
    }
}
