//! Codes on key stores and lists of roots.

use crate::say;
use crate::text::guidance::Article;

pub(super) fn password_needed() -> Article {
    Article::new(
        "ファイルを開くにはパスワードが必要です",
        [
            say!(
                "PKCS #12 のファイルでは、秘密鍵だけでなく証明書も暗号化されるのが普通です。\
                 certwhy は、ほとんどのトラストストアで使われているパスワード\
                 （`changeit`、`changeme`、パスワードなし）を試しますが、\
                 このファイルには別のパスワードが設定されています。"
            ),
            say!(
                "パスワードを専用のファイルに一行に一つずつ書いて `--password-file` \
                 で指定するか、ページの欄に入力してください。\
                 パスワードはファイルを開くためだけに使い、表示も保存もしません。\
                 ファイルの中の秘密鍵は暗号化されたままで、certwhy は開きません。"
            ),
        ],
    )
}

pub(super) fn password_wrong() -> Article {
    Article::new(
        "パスワードがファイルと合いません",
        [
            say!(
                "キーストアの末尾には、パスワードを使って作られたチェックサムがあります。\
                 証明書はパスワードなしで読み取れましたが、チェックサムが、\
                 指定されたパスワードとも、よく使われるパスワードとも合いません。"
            ),
            say!(
                "Java は `Keystore was tampered with, or password was incorrect` \
                 と表示して、何も開きません。別のパスワードが設定されているか、\
                 書き込まれた後でファイルが変更されています。\
                 正しいパスワードを指定してください。合うパスワードがない場合は、\
                 ファイルを取得し直してください。"
            ),
        ],
    )
}

pub(super) fn integrity_unchecked() -> Article {
    Article::new(
        "ファイルが変更されていないかは確認していません",
        [
            say!(
                "キーストアの末尾には、パスワードを使って作られたチェックサムがあります。\
                 証明書はパスワードなしで読み取れましたが、\
                 チェックサムがよく使われるパスワードのどれとも合わないため、\
                 誰かが変更したかどうかは確認できません。"
            ),
            say!(
                "これは不具合ではありません。\
                 おそらく、このファイルには独自のパスワードが設定されています。\
                 `--password-file` で指定すると、certwhy は Java \
                 と同じようにファイルを確認します。"
            ),
        ],
    )
}

pub(super) fn limited_trust() -> Article {
    Article::new(
        "ファイルの中に、信頼されない証明書があります",
        [
            say!(
                "証明書を収めるだけでなく、その扱いまで記すファイルがあります。Mozilla の \
                 `certdata.txt` と OpenSSL の `TRUSTED CERTIFICATE` は、\
                 それぞれの証明書を何のために信頼するかを記します。Windows \
                 には、信頼してはならない証明書のストアがあります。キーストアには、\
                 信頼する証明書のほかに、秘密鍵に付属する証明書も入っています。"
            ),
            say!(
                "certwhy はすべてを表示し、ファイルが TLS \
                 サーバーについて信頼しているものだけをトラストアンカーとして扱います。\
                 証明書だけを読むプログラムや PEM への変換では、この情報が失われ、\
                 信頼してはならない証明書が信頼されるものに変わってしまいます。"
            ),
        ],
    )
}

pub(super) fn without_java_trust() -> Article {
    Article::new(
        "Java からは、信頼する証明書が一つも見えません",
        [
            say!(
                "PKCS #12 のファイルでは、Oracle 独自の属性が付いた証明書だけを、Java \
                 は信頼する証明書として扱います。この属性を `keytool` \
                 は書き込みますが、`openssl pkcs12` は指定（`-jdktrust`、OpenSSL 3.2 \
                 以降）しないかぎり書き込みません。属性がないと `keytool -list` \
                 には一つも表示されず、接続はすべて `the trustAnchors parameter must be \
                 non-empty` で失敗します。"
            ),
            say!(
                "OpenSSL、Windows など、ほとんどのプログラムは同じファイルを問題なく読みます。\
                 Java で使うには、`certwhy repair --container p12` \
                 で書き直してください。`keytool -importcert` \
                 で新しいキーストアに取り込むこともできます。"
            ),
        ],
    )
}
